"""A workbook as it comes back: opened with care, read by headers, worked and compared."""
