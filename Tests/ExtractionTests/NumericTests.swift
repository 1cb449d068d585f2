// The tables of cases are in Fixtures/cases.
