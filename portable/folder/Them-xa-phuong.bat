@echo off
call "%~dp0LaChan.bat" new
echo.
pause
