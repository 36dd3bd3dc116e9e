"""A built site looked through from outside: proven whole, and searched for what is called back."""
