#include "CompiledDictionary.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(16384) const unsigned char wenmai_dictionary[] = {
#embed "core.bin"
};
const size_t wenmai_dictionary_size = sizeof wenmai_dictionary;
