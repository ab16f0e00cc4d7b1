# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(linernotes_engine PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/musicbrainzclient.cpp ${CMAKE_CURRENT_LIST_DIR}/musicbrainzclient.h
  ${CMAKE_CURRENT_LIST_DIR}/musicbrainzparser.cpp ${CMAKE_CURRENT_LIST_DIR}/musicbrainzparser.h
  ${CMAKE_CURRENT_LIST_DIR}/musicbrainztypes.h
)
