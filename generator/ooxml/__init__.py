"""Word files as Word wants them: the only home of lxml and python-docx.

A package is read (``package``), prepared once as a template (``assembly.Prepared``), filled with XML that was
built as text (``blocks``) and made right in one pass (``assembly.Assembly.finish``). The room knows nothing
of plans and goals.
"""
