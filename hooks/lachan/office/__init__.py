"""What comes back from people: Word files, lists of communes, names to be put right."""
