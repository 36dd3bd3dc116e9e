@echo off
rem Only ASCII here: what is said in Vietnamese is said by Python, which needs no code page.
setlocal
pushd "%~dp0"
if not exist python\python.exe goto zip
if "%~1"=="" (
    python\python.exe -X utf8 double_click.py
) else (
    python\python.exe -X utf8 -m lachan %*
)
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
