#include "ICUShim.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

/// Copies a name, or reports that there is none: ICU answers a code it does not know with the code itself.
static int32_t give(const UChar *name, int32_t length, UChar *result, int32_t capacity, UErrorCode *error) {
  if (U_FAILURE(*error)) return 0;
  if (name == NULL) {
    *error = U_MISSING_RESOURCE_ERROR;
    return 0;
  }
  if (length <= capacity) {
    u_memcpy(result, name, length);
  } else {
    *error = U_BUFFER_OVERFLOW_ERROR;
  }
  return length;
}

int32_t icushim_country_name(
    const char *code, const char *locale, uint16_t *result, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  char region[16];
  int32_t length = 0;
  // A locale identifier without language: `_CN`.
  if (strlen(code) > 3 || snprintf(region, sizeof region, "_%s", code) < 0) {
    error = U_ILLEGAL_ARGUMENT_ERROR;
  } else {
    length = uloc_getDisplayCountry(region, locale, (UChar *)result, capacity, &error);
    // A name that it does not have is answered with the code, and this warning.
    if (error == U_USING_DEFAULT_WARNING || length == 0) error = U_MISSING_RESOURCE_ERROR;
  }
  *status = U_SUCCESS(error) ? 0 : error;
  return length;
}

int32_t icushim_currency_name(
    const char *code, const char *locale, uint16_t *result, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t length = 0;
  if (strlen(code) != 3) {
    error = U_ILLEGAL_ARGUMENT_ERROR;
  } else {
    UChar currency[4];
    u_charsToUChars(code, currency, 4);
    const UChar *name = ucurr_getName(currency, locale, UCURR_LONG_NAME, NULL, &length, &error);
    if (error == U_USING_DEFAULT_WARNING) name = NULL;
    length = give(name, length, (UChar *)result, capacity, &error);
  }
  *status = U_SUCCESS(error) ? 0 : error;
  return length;
}

int32_t icushim_unit_name(
    const char *unit, const char *locale, uint16_t *result, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  // There is no function that names a unit without a number, so we read the entry `units/<kind>/<unit>/dnam` of ICU's
  // unit data. It does not tell the kind (length, area …) of a unit either: try them all, there are some twenty.
  UResourceBundle *root = ures_open(U_ICUDATA_NAME "-unit", locale, &error);
  UResourceBundle *units = ures_getByKey(root, "units", NULL, &error);
  UResourceBundle *kind = NULL, *entry = NULL;
  int32_t length = 0;
  const UChar *name = NULL;
  while (U_SUCCESS(error) && name == NULL && ures_hasNext(units)) {
    kind = ures_getNextResource(units, kind, &error);
    UErrorCode missing = error;
    entry = ures_getByKey(kind, unit, entry, &missing);
    name = ures_getStringByKey(entry, "dnam", &length, &missing);
    if (U_FAILURE(missing)) name = NULL;
  }
  length = give(name, length, (UChar *)result, capacity, &error);
  ures_close(entry);
  ures_close(kind);
  ures_close(units);
  ures_close(root);
  *status = U_SUCCESS(error) ? 0 : error;
  return length;
}
