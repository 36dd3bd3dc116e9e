@echo off
setlocal
chcp 65001 >nul
title Lá Chắn
pushd "%~dp0"
if not exist python\python.exe goto zip
if not "%~1"=="" goto command

echo.
echo Lá Chắn đang làm trang và các tờ in của xã, phường. Lần đầu mất vài phút.
echo Xin đừng tắt cửa sổ này.
echo.
python\python.exe -X utf8 -m lachan build
if errorlevel 1 goto wrong
python\python.exe -X utf8 -m lachan usb site --output usb
if errorlevel 1 goto wrong
echo.
echo Xong. Trang mở ra ngay bây giờ. Muốn mang đi nơi khác: chép cả thư mục «usb» vào USB.
start "" usb\index.html
goto end

:command
python\python.exe -X utf8 -m lachan %*
set failed=%errorlevel%
popd
exit /b %failed%

:zip
echo.
echo Tệp ZIP chưa được giải nén. Hãy đóng cửa sổ này, bấm chuột phải vào tệp ZIP,
echo chọn «Extract All...» («Giải nén tất cả...»), rồi mở LaChan.bat trong thư mục mới.
goto end

:wrong
echo.
echo Chưa làm xong. Dòng ở trên nói tệp nào, dòng nào cần sửa. Trang cũ, nếu có, vẫn còn nguyên.

:end
echo.
pause
popd
