@echo off
rem A commune of one's own, question by question.
call "%~dp0LaChan.bat" new
echo.
pause
