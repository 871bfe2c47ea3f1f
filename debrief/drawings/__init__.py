"""Where every mark of the report's figures stands: geometry on plain data, without words."""
