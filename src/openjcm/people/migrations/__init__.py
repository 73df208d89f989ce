"""Forward only; each is named by what it makes true."""
