"""How facilitators and Policy Lab staff sign in. Participants have a place, not an account."""
