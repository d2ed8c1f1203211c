from tests.access.row import Row

ROWS: list[Row] = [
    Row("start", {}, others="200"),
    Row("set_language", {"anonymous": "302"}, others="302", method="POST", data={"language": "sv"}),
]
