from tests.access.row import Row

# No worker runs beside these tests: the answer is the same for everybody, and says so.
ROWS: list[Row] = [Row("healthz", {"anonymous": "503"}, others="503")]
