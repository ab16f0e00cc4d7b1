// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's door to one of the checks: LINERNOTES_FUZZ_CHECK names it.
#include "checks.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    // A copy of its own: reading past its end is seen.
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto broken = linernotes::fuzz::LINERNOTES_FUZZ_CHECK(input);
    if (!broken.isEmpty()) {
        std::fprintf(stderr, "Does not hold: %s\n", qPrintable(broken));
        std::abort();
    }
    return 0;
}
