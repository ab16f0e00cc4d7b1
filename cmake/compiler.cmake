# SPDX-License-Identifier: GPL-3.0-or-later
# The flags that all of our targets share. A target takes them with linernotes_target(<name>).

add_library(linernotes_flags INTERFACE)
target_compile_options(linernotes_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align
  -Woverloaded-virtual -Wimplicit-fallthrough)
# A designated initialiser that leaves a member at its default does so on purpose.
target_compile_options(linernotes_flags INTERFACE -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports coroutine frames and optional members as maybe uninitialised where they are not.
  target_compile_options(linernotes_flags INTERFACE -Wno-maybe-uninitialized)
endif()
if(LINERNOTES_WARNINGS_AS_ERRORS)
  target_compile_options(linernotes_flags INTERFACE -Werror)
endif()
target_compile_definitions(linernotes_flags INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_NO_CONTEXTLESS_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400
  LINERNOTES_VERSION="${PROJECT_VERSION}")
if(LINERNOTES_SANITIZE)
  target_compile_options(linernotes_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(linernotes_flags INTERFACE -fsanitize=address,undefined)
endif()

# A target's own folder is its include root. The engine does not see the folders above it, so that an
# include of a page or of a widget there fails to build (tests/layering proves it).
function(linernotes_target name)
  target_link_libraries(${name} PUBLIC linernotes_flags)
endfunction()
