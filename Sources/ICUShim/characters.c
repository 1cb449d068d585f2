#include "ICUShim.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uversion.h>

const char *icushim_error_name(int32_t status) { return u_errorName((UErrorCode)status); }

int32_t icushim_buffer_overflow(void) { return U_BUFFER_OVERFLOW_ERROR; }

void icushim_version(char *text) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, text);
}

void icushim_unicode_version(char *text) {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  u_versionToString(version, text);
}

int32_t icushim_nfkc(const uint16_t *text, int32_t count, uint16_t *result, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&error);
  int32_t length =
      unorm2_normalize(nfkc, (const UChar *)text, count, (UChar *)result, capacity, &error);
  *status = U_SUCCESS(error) ? 0 : error;
  return length;
}

int32_t icushim_script(uint32_t scalar) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript((UChar32)scalar, &error);
}

const char *icushim_script_name(int32_t script) { return uscript_getShortName((UScriptCode)script); }

int32_t icushim_category(uint32_t scalar) { return u_charType((UChar32)scalar); }
