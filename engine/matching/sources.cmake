# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(linernotes_engine PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/artistmatch.cpp ${CMAKE_CURRENT_LIST_DIR}/artistmatch.h
  ${CMAKE_CURRENT_LIST_DIR}/notsongs.cpp ${CMAKE_CURRENT_LIST_DIR}/notsongs.h
  ${CMAKE_CURRENT_LIST_DIR}/profiles.cpp ${CMAKE_CURRENT_LIST_DIR}/profiles.h
  ${CMAKE_CURRENT_LIST_DIR}/recordingkey.cpp ${CMAKE_CURRENT_LIST_DIR}/recordingkey.h
  ${CMAKE_CURRENT_LIST_DIR}/resemblance.cpp ${CMAKE_CURRENT_LIST_DIR}/resemblance.h
  ${CMAKE_CURRENT_LIST_DIR}/roles.cpp ${CMAKE_CURRENT_LIST_DIR}/roles.h
  ${CMAKE_CURRENT_LIST_DIR}/rolewords.cpp ${CMAKE_CURRENT_LIST_DIR}/rolewords.h
  ${CMAKE_CURRENT_LIST_DIR}/seedfile.cpp ${CMAKE_CURRENT_LIST_DIR}/seedfile.h
  ${CMAKE_CURRENT_LIST_DIR}/seedline.cpp ${CMAKE_CURRENT_LIST_DIR}/seedline.h
  ${CMAKE_CURRENT_LIST_DIR}/songmatch.cpp ${CMAKE_CURRENT_LIST_DIR}/songmatch.h
  ${CMAKE_CURRENT_LIST_DIR}/text.cpp ${CMAKE_CURRENT_LIST_DIR}/text.h
  ${CMAKE_CURRENT_LIST_DIR}/title.cpp ${CMAKE_CURRENT_LIST_DIR}/title.h
  ${CMAKE_CURRENT_LIST_DIR}/versionwords.cpp ${CMAKE_CURRENT_LIST_DIR}/versionwords.h
)
