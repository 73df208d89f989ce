"""Acts within one side's registry: accounts, transfer, retirement, cancellation."""
