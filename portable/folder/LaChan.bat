@echo off
rem Only ASCII here: what is said in Vietnamese is said by Python, which needs no code page.
setlocal
pushd "%~dp0"
if not exist python\python.exe goto zip
if not "%~1"=="" goto command
python\python.exe -X utf8 double_click.py
goto end

:command
python\python.exe -X utf8 -m lachan %*

:end
set failed=%errorlevel%
popd
exit /b %failed%

:zip
echo.
echo Chua giai nen tep ZIP. Hay dong cua so nay, bam chuot phai vao tep ZIP,
echo chon "Extract All..." (Giai nen tat ca), roi mo LaChan.bat trong thu muc moi.
echo.
pause
popd
exit /b 1
