#include "ICUShim.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

struct ICUShimSpellout {
  UNumberFormat *format;
};

ICUShimSpellout *icushim_spellout_open(const char *locale, const char *rules, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0, locale, NULL, &error);
  if (U_SUCCESS(error)) {
    UChar name[64];
    if (strlen(rules) >= sizeof name / sizeof *name) {
      error = U_ILLEGAL_ARGUMENT_ERROR;
    } else {
      u_charsToUChars(rules, name, (int32_t)strlen(rules) + 1);
      unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, name, -1, &error);
    }
    if (U_FAILURE(error)) unum_close(format);
  }
  *status = U_SUCCESS(error) ? 0 : error;
  if (U_FAILURE(error)) return NULL;
  ICUShimSpellout *spellout = malloc(sizeof *spellout);
  if (spellout == NULL) {
    unum_close(format);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  spellout->format = format;
  return spellout;
}

void icushim_spellout_close(ICUShimSpellout *spellout) {
  unum_close(spellout->format);
  free(spellout);
}

int32_t icushim_spellout_write(
    ICUShimSpellout *spellout, const char *number, uint16_t *result, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t length =
      unum_formatDecimal(spellout->format, number, (int32_t)strlen(number), (UChar *)result, capacity, NULL, &error);
  *status = U_SUCCESS(error) ? 0 : error;
  return length;
}
