"""newsparse inside other people's engines, one thin module each, one extra each.

Each module loads its engine when it is used and says which extra brings it. All of them parse with
``parse_many`` or a ``Parser``, so a record gives the same page everywhere.
"""
