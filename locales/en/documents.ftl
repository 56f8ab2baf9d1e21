# What can be wrong with a table file (CSV or XLSX) that somebody delivers.

finding-file-missing = This file does not exist. Check its name and folder. Nothing was stored.
finding-file-unreadable = This file can't be read ({ $reason }). Is it damaged, or still open somewhere? Save it again and deliver it once more. Nothing was stored.
finding-file-empty = This file is empty. It needs a line with column names, with the data below it. Nothing was stored.
finding-file-binary = This is not a text file. Save the table as CSV (UTF-8) or as XLSX and deliver that. Nothing was stored.
finding-file-encoding = This file is saved as { $found }. Save it as CSV in UTF-8 and deliver it again. Nothing was stored.
finding-file-truncated = This file is not complete: it breaks off here, or a quotation mark is never closed. Make or download the file again. Nothing was stored.
finding-row-too-long = This line is longer than { $limit } bytes. Is there a quotation mark that is never closed, or are the line ends missing? Mend the line and deliver the file again. Nothing was stored.
finding-row-width = This line has { $found } columns, the header has { $expected }. Check that a value with a comma or semicolon stands between quotation marks. Nothing was stored.
finding-row-encoding = This line holds letters that can't be read. Save the whole file as CSV in UTF-8. Nothing was stored.
finding-row-control = This line holds an invisible character (code { $character }). Remove it or type the value again. Nothing was stored.
finding-sheet-macros = This workbook may hold macros. We do not accept those. Save it as plain XLSX or as CSV. Nothing was stored.
finding-sheet-old = This is an old Excel file (XLS) or a workbook with a password. Save it as XLSX without a password, or as CSV. Nothing was stored.
finding-sheet-other = This is not an XLSX workbook ({ $found }). Save the table as XLSX or as CSV. Nothing was stored.
finding-sheet-too-large = This workbook is too large when unpacked (over { $limit } bytes). Save only the sheet with the data, or deliver a CSV. Nothing was stored.
finding-sheet-none = The sheet { $sheet } is not in this workbook. Visible sheets: { $found }. Choose one of these, or give the sheet the right name. Nothing was stored.
