#include "ICUShim.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

/// Days of other calendars are counted where they are kept: the Chinese ones in Beijing.
static const UChar beijing[] = {'A', 's', 'i', 'a', '/', 'S', 'h', 'a', 'n', 'g', 'h', 'a', 'i', 0};
static const UChar utc[] = {'U', 'T', 'C', 0};
static const double day = 86400000.0;

void icushim_calendar_day(const char *locale, int32_t number, int32_t *fields, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int chinese = strstr(locale, "chinese") != NULL;
  UCalendar *calendar = ucal_open(chinese ? beijing : utc, -1, locale, UCAL_DEFAULT, &error);
  // Noon, in whatever zone.
  ucal_setMillis(calendar, number * day + (chinese ? 4 : 12) * 3600000.0, &error);
  fields[0] = ucal_get(calendar, UCAL_EXTENDED_YEAR, &error);
  fields[1] = ucal_get(calendar, UCAL_MONTH, &error) + 1;
  fields[2] = chinese ? ucal_get(calendar, UCAL_IS_LEAP_MONTH, &error) : 0;
  fields[3] = ucal_get(calendar, UCAL_DATE, &error);
  if (calendar != NULL) ucal_close(calendar);
  *status = U_SUCCESS(error) ? 0 : error;
}

int32_t icushim_date_text(
    const char *locale, int32_t style, int32_t number, uint16_t *result, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t length = 0;
  UDateFormat *format = udat_open(UDAT_NONE, (UDateFormatStyle)style, locale, utc, -1, NULL, 0, &error);
  if (U_SUCCESS(error)) {
    length = udat_format(format, number * day + 43200000.0, (UChar *)result, capacity, NULL, &error);
    udat_close(format);
  }
  *status = U_SUCCESS(error) ? 0 : error;
  return length;
}
