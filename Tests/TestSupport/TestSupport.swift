// Shared by the tests of all modules.
