"""Those who have accounts: they lead exercises, or look after the server."""
