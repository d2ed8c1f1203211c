"""How numbers, dates, money and people are written on pages."""

from django import template

register = template.Library()
