"""Who answers the telephone: numbers, who they reach, contacts, what was called back."""
