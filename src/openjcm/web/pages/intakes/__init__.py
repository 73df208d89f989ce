"""Values typed on a phone: pages behind an intake's private link, which need no script.

Whoever has the link may type, and see what was typed. Nothing of it is public: not kept by
anybody, in no list, and its address is given to nobody else.
"""
