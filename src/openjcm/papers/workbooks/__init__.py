"""Workbooks of methodologies: written with live formulas, read back, and compared with the engine.

The sheets are those of the scheme: MPS(input), MPS(calc_process), MSS, MRS(input) and
MRS(calc_process). Formulas of cells are made of the same trees that the engine works. A workbook
calculates in binary floats; the engine's decimals decide.
"""
