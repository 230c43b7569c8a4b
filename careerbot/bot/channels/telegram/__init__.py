"""Telegram: a thin channel over the conversation core, on python-telegram-bot.

polling.py ─ intake.py ─ order.py ─ application.py ─ messages.py · presses.py · inline.py
                                                      └ desk.py ─ replies.py ─ delivery.py
"""
