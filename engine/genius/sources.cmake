# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(linernotes_engine PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/geniusparser.cpp ${CMAKE_CURRENT_LIST_DIR}/geniusparser.h
  ${CMAKE_CURRENT_LIST_DIR}/geniustypes.h
)
