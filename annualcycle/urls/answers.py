from django.urls import URLPattern, path

from annualcycle.views import documents, orientation

urlpatterns: list[URLPattern] = [
    path("<int:pk>/orientation/", orientation.orientation, name="orientation"),
    path("<int:pk>/orientation/write/", orientation.orientation_write, name="orientation_write"),
    path("<int:pk>/orientation/publish/", orientation.orientation_publish, name="orientation_publish"),
    path("<int:pk>/orientation/pdf/", documents.orientation_pdf, name="orientation_pdf"),
]
