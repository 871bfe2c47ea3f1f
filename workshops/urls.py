"""Home, joining and planning."""

urlpatterns: list = []
