// Written next: see ARCHITECTURE.md.
