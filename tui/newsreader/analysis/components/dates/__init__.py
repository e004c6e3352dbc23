"""Dates, times, amounts of money and quantities, found by rule and told in a fixed form."""
