#pragma once
#include <stddef.h>

/// The compiled dictionary: `wenmai_dictionary_size` bytes, page-aligned so that the system maps it on demand.
extern const unsigned char wenmai_dictionary[];
extern const size_t wenmai_dictionary_size;
