"""The method's words as data: read from a folder of YAML, checked, loaded, looked up.

documents.py    one YAML file, with the line of every field
schemas.py      is each table shaped as it should be?
references.py   does every key that is mentioned exist?
sums.py         are keys unique, orders 1 to n, totals right?
folder.py       all of the above for a whole content set
loading.py      into the database, or not at all
reading.py      what the rest of the product asks for
"""
