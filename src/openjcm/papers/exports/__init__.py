"""The public tables as files that anybody may take away: CSV, JSON, Parquet, and what they mean.

The same rows give the same bytes in CSV and JSON.
What a column means is said in ``words``, one catalogue a language.
Parquet is written by DuckDB, so ``open_data`` is imported on its own: it is large.
"""
