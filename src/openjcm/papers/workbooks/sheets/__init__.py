"""A workbook as it is written: where everything stands, formulas of cells, and the sheets."""
