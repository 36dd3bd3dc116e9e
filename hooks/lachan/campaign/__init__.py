"""For whom: the folder `campaigns` becomes places with contacts, calendar and kit."""
