"""Comparisons and documents as text for people and programs, one format a module."""
