# SPDX-License-Identifier: GPL-3.0-or-later
# Proves that engine code can't include widgets, charts or anything of ui/ and app/: the compile command of one engine
# source, taken from compile_commands.json, is run on snippets. Each forbidden include must fail with the words expected;
# the same snippets compile where they are allowed, so a failure here means the layering and not a broken header.
cmake_minimum_required(VERSION 3.25)

file(MAKE_DIRECTORY ${SCRATCH})
set(faults 0)
set(checked 0)

# The flags of a source: its compile command without compiler cache, input and output.
function(read_command source_pattern out)
  file(STRINGS ${BUILD_DIR}/compile_commands.json lines REGEX "^  \"command\": .* -c (\\\\\")?${source_pattern}(\\\\\")?\",?$")
  if(NOT lines)
    set(${out} "" PARENT_SCOPE)
    return()
  endif()
  list(GET lines 0 line)
  string(REGEX REPLACE ",$" "" line "${line}")
  string(JSON command GET "{${line}}" command)
  separate_arguments(command UNIX_COMMAND "${command}")
  list(FIND command "-o" at)
  list(SUBLIST command 0 ${at} command)
  list(FILTER command EXCLUDE REGEX "ccache$")
  set(${out} ${command} -fsyntax-only -Wfatal-errors -fdiagnostics-color=never PARENT_SCOPE)
endfunction()

# compile(<flags variable> <text> <out: exit code> <out: diagnostics>)
function(compile flags text status diagnostics)
  file(WRITE ${SCRATCH}/snippet.cpp "${text}\n")
  execute_process(COMMAND ${${flags}} ${SCRATCH}/snippet.cpp WORKING_DIRECTORY ${BUILD_DIR}
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  set(${status} "${result}" PARENT_SCOPE)
  set(${diagnostics} "${output}" PARENT_SCOPE)
endfunction()

macro(must_compile flags text)
  compile(${flags} "${text}" result output)
  math(EXPR checked "${checked} + 1")
  if(NOT result EQUAL 0)
    math(EXPR faults "${faults} + 1")
    message("This must compile with ${flags}, and does not:\n${text}\n${output}")
  endif()
endmacro()

macro(must_fail flags text reason)
  compile(${flags} "${text}" result output)
  math(EXPR checked "${checked} + 1")
  if(result EQUAL 0)
    math(EXPR faults "${faults} + 1")
    message("This must not compile with ${flags}, but does:\n${text}")
  elseif(NOT output MATCHES "${reason}")
    math(EXPR faults "${faults} + 1")
    message("This fails with ${flags} for another reason than \"${reason}\":\n${text}\n${output}")
  endif()
endmacro()

string(REGEX REPLACE "([][+.*()^$?|\\\\])" "\\\\\\1" source_regex "${SOURCE_DIR}")
read_command("${source_regex}/engine/core/error\\.cpp" engine_flags)
read_command("${source_regex}/ui/[^\" ]*\\.cpp" ui_flags)
if(NOT engine_flags)
  message(FATAL_ERROR "No compile command of engine/core/error.cpp in ${BUILD_DIR}: the proof has no ground.")
endif()

# Control: the flags work at all.
must_compile(engine_flags "#include \"core/result.h\"\n#include <QNetworkAccessManager>\n#include <sqlite3.h>\nint main() { return 0; }")

foreach(header QWidget QApplication QTableView qwidget.h QChart QChartView QIcon)
  must_fail(engine_flags "#include <${header}>" "No such file or directory")
endforeach()

# <QtWidgets/QWidget> is found through Qt's common include folder, whatever a target links: houserules.sh finds that.

# Every header of the layers above, by each name that could be tried.
file(GLOB_RECURSE upper RELATIVE ${SOURCE_DIR} ${SOURCE_DIR}/ui/*.h ${SOURCE_DIR}/app/*.h)
foreach(path ${upper})
  string(REGEX REPLACE "^[^/]+/" "" inner ${path})
  must_fail(engine_flags "#include \"${path}\"" "No such file or directory")
  if(NOT EXISTS ${SOURCE_DIR}/engine/${inner})
    must_fail(engine_flags "#include \"${inner}\"" "No such file or directory")
  endif()
endforeach()

# Control: with the flags of ui/ the same includes are fine.
if(ui_flags)
  must_compile(ui_flags "#include <QWidget>\n#include <QtWidgets/QWidget>\n#include <QChart>\n#include \"core/result.h\"")
  file(GLOB_RECURSE pages RELATIVE ${SOURCE_DIR}/ui ${SOURCE_DIR}/ui/*.h)
  foreach(page ${pages})
    must_compile(ui_flags "#include \"${page}\"")
    break()
  endforeach()
else()
  message("ui/ has no sources yet: the control with its flags is left out.")
endif()

if(faults GREATER 0)
  message(FATAL_ERROR "${faults} of ${checked} snippets behave otherwise than the layering wants.")
endif()
message("${checked} snippets behave as the layering wants.")
