"""Words that harm (`data/harm.yml`): what each sentence is told, and what stays innocent."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from lachan.checks.harm import harms
from lachan.common.yamltext import parse


def found(sentence: str) -> list[str]:
    """The words that harm in `sentence`, in the order of the rules."""
    return [harm.words for harm in harms(sentence)]


def rules() -> list[dict[str, Any]]:
    """The rules as their file has them."""
    tree, problems = parse(files("lachan").joinpath("data/harm.yml").read_text("utf-8"), "harm.yml")
    assert problems == []
    listed: list[dict[str, Any]] = tree.value["rules"]
    return listed


HARMS = [
    ("Nạn nhân thường là người nhẹ dạ, cả tin.", ["nhẹ dạ", "cả tin"]),
    ("NẠN NHÂN NHẸ DẠ.", ["NHẸ DẠ"]),
    ("Chị ấy cả tin vào lời hứa.", ["cả tin"]),
    ("Vì ngây thơ, em đã theo họ.", ["Vì ngây thơ"]),
    ("Sao dại thế hả em?", ["Sao dại"]),
    ("Em dại quá nên mới bị lừa.", ["dại quá"]),
    ("Họ ngu nên mới bị lừa.", ["ngu nên"]),
    ("Do khờ khạo nên bị dụ.", ["Do khờ"]),
    ("Nhiều người mất cảnh giác.", ["mất cảnh giác"]),
    ("Bà con dễ tin người.", ["dễ tin người"]),
    ("Họ sập bẫy vì tham.", ["vì tham"]),
    ("Tại mình tham nên mới thế.", ["Tại mình tham"]),
    ("Vì lòng tham, họ ra đi.", ["Vì lòng tham"]),
    ("Ham tiền, ham việc nhẹ lương cao.", ["Ham tiền", "ham việc nhẹ"]),
    ("Nhiều cô mơ đổi đời.", ["mơ đổi đời"]),
    ("Thanh niên lười lao động, đua đòi.", ["lười lao động", "đua đòi"]),
    ("Những cô hư hỏng mới bị bán.", ["cô hư hỏng"]),
    ("Người dân trình độ thấp.", ["trình độ thấp"]),
    ("Do trình độ dân trí còn thấp.", ["trình độ dân trí còn thấp"]),
    ("Dân trí thấp nên dễ bị lừa.", ["Dân trí thấp"]),
    ("Nhận thức của bà con còn hạn chế.", ["Nhận thức của bà con còn hạn chế"]),
    ("Nạn nhân đa số thiếu hiểu biết, mù chữ.", ["thiếu hiểu biết", "mù chữ"]),
    ("Đó là lỗi của nạn nhân.", ["lỗi của nạn nhân"]),
    ("Nạn nhân cũng có lỗi.", ["Nạn nhân cũng có lỗi"]),
    ("Đi theo trai thì đáng đời.", ["đáng đời"]),
    ("Cô ấy tự nguyện bán mình.", ["tự nguyện bán mình"]),
    ("Họ tự nguyện bị bán.", ["tự nguyện bị bán"]),
    ("Phải bán thân nuôi con.", ["bán thân nuôi"]),
    ("Chúng săn tìm con mồi trên mạng.", ["con mồi"]),
    ("Các em dễ trở thành mồi.", ["trở thành mồi"]),
    ("Chúng coi phụ nữ như món hàng.", ["phụ nữ như món hàng"]),
    ("Em bị biến mình thành một món hàng.", ["mình thành một món hàng"]),
    ("Một lô hàng người vừa qua biên giới.", ["lô hàng người"]),
    ("Nạn nhân bị bán như hàng.", ["bán như hàng"]),
    ("Chúng đối xử với các em như hàng.", ["đối xử với các em như hàng"]),
    ("Công an phá ổ mại dâm.", ["ổ mại dâm"]),
    ("Triệt phá ổ nhóm buôn người.", ["ổ nhóm"]),
    ("Nơi ấy là lò đẻ.", ["lò đẻ"]),
    ("Tuyển gái làm quán.", ["Tuyển gái"]),
    ("Chúng đưa gái quê ra phố.", ["đưa gái"]),
    ("Chúng lừa gái trẻ.", ["gái"]),
    ("Em bị ép làm gái.", ["làm gái"]),
    ("Những gái điếm được giải cứu.", ["Những gái", "điếm"]),
    ("Gái Mông bị lừa nhiều.", ["Gái"]),
    ("Họ thành nô lệ tình dục.", ["thành nô lệ"]),
    ("Bị bắt làm nô lệ.", ["làm nô lệ"]),
    ("Đường dây mại dâm trẻ em.", ["mại dâm trẻ em"]),
    ("Các em bán dâm trong quán.", ["Các em bán dâm"]),
    ("Sang đây mua vợ.", ["mua vợ"]),
    ("Phiên chợ cô dâu.", ["chợ cô dâu"]),
    ("Cô gái lầm lỡ đã trở về.", ["lầm lỡ"]),
    ("Cuộc đời cô tan nát.", ["Cuộc đời cô tan nát"]),
    ("Các đối tượng bị mua bán.", ["đối tượng bị mua bán"]),
    ("Hỗ trợ đối tượng trở về.", ["đối tượng trở về"]),
    ("Đồng bào còn lạc hậu.", ["Đồng bào còn lạc hậu"]),
    ("Người Mèo trên núi.", ["Người Mèo"]),
    ("Phụ nữ Mông thường dễ tin.", ["Phụ nữ Mông thường dễ tin"]),
    ("Bọn Tàu bắt người.", ["Bọn Tàu"]),
    ("Nơi ấy là địa ngục trần gian.", ["địa ngục trần gian"]),
    ("Gullible girls are easy prey.", ["Gullible", "easy prey"]),
    ("She was naïve.", ["naïve"]),
    ("The victims were greedy.", ["victims were greedy"]),
    ("People with low education.", ["low education"]),
    ("Hill tribes are at risk.", ["Hill tribes"]),
    ("It was the victim's fault.", ["victim's fault"]),
    ("She sold herself.", ["sold herself"]),
    ("They agreed to be trafficked.", ["agreed to be trafficked"]),
    ("Trafficked women like merchandise.", ["women like merchandise"]),
    ("Kept as sex slaves.", ["sex slaves"]),
    ("Prostitutes were freed.", ["Prostitutes"]),
    ("Illegal immigrants hide.", ["Illegal immigrants"]),
    ("He bought a wife.", ["bought a wife"]),
    ("Fallen women came back with a dark past.", ["Fallen women", "dark past"]),
    ("A den of vice.", ["den of vice"]),
]  # fmt: skip

INNOCENT = [
    "Mặt hàng này bán chạy, cửa hàng ở chợ.",
    "Đây là món hàng rẻ.",
    "Chị bán hàng gọi hàng xóm ra quán hàng nước.",
    "Mỗi tháng, hàng trăm người gọi, hàng quý có báo cáo.",
    "Người bán hàng là hàng xóm của tôi.",
    "Con người không phải là hàng hóa.",
    "Đừng coi phụ nữ như món hàng.",
    "Cô gái, con gái, em gái, bé gái, trẻ em gái, chị gái, bạn gái, cháu gái.",
    "Con trai hay con gái đều được học.",
    "Sinh trai hay gái đều quý; nhà gái, nhà trai cùng lo.",
    "Người bị lừa không có lỗi.",
    "Đó không phải lỗi của nạn nhân.",
    "Không bao giờ là lỗi của nạn nhân.",
    "Giữ lại tất cả tin nhắn, cả tin nhắn thoại.",
    "Vì tham gia lớp học, do tham mưu, vì tham khảo ý kiến.",
    "Người tham nhũng bị xử lý.",
    "Mua ổ bánh mì, thay ổ khóa, cắm vào ổ điện, tránh ổ gà.",
    "Mồi nhử bắt đầu thế này, đây là chiếc mồi.",
    "Với người dưới 18 tuổi, “tự nguyện” không làm cho việc mua bán trở thành hợp pháp.",
    "Kết hôn tự nguyện, đúng luật.",
    "Bức tượng bán thân của ông; người bị bán thận.",
    "Lớp xóa mù chữ buổi tối.",
    "Nhà tôi mua vợt cầu lông, hai vợ chồng mua vợ chồng gà.",
    "Ta nhất định không chịu làm nô lệ.",
    "Máy hư hỏng thì báo lại.",
    "Em gái gọi cho mẹ, cô gái bán hoa ở chợ, con gái bao nhiêu tuổi?",
    "Bắt chó dại, do chó dại cắn.",
    "Ai cũng có thể bị lừa, trình độ cao hay thấp.",
    "Nâng cao nhận thức để hạn chế nguy cơ.",
    "Bà con vùng cao thiếu nước sạch.",
    "Kẻ xấu biến tờ tiền thành mồi nhử.",
    "Coi nhau như hàng xóm.",
    "Do nạn nhân đã tham gia học nghề.",
    "Bảo vệ phụ nữ và trẻ em gái; cháu ngoại gái; trẻ trai, trẻ gái.",
    "Điếm canh đê đầu làng.",
    "Phòng, chống mại dâm, ma túy.",
    "Công an bắt các đối tượng lừa đảo.",
    "Bà con mọi nơi, người mọi nhà đều nghe.",
    "Đồng bào dân tộc thiểu số được dùng tiếng mình hiểu.",
    "Đừng nói “tại mình tham”.",
    "Đừng hỏi: “Sao nhẹ dạ thế?”",
    "Không viết «gái», không viết «con mồi».",
    "Never write “sex slaves” or “prostitutes”.",
    "It is never the victim's fault.",
    "You did nothing wrong.",
    "It isn't the victim's fault.",
    "Show the paper when somebody asked for it.",
    "Goods are sold at the market; greedy traffickers lie.",
    "The girls' school and the cargo ship.",
    "Walk backward. A bride and her family.",
    "Illegal work is no fault of the workers.",
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words"), HARMS)
def test_a_word_that_harms(sentence: str, words: list[str]) -> None:
    assert found(sentence) == words


@pytest.mark.parametrize("sentence", INNOCENT)
def test_an_innocent_word(sentence: str) -> None:
    assert found(sentence) == []


def test_every_rule_is_tried_and_says_what_to_write_instead() -> None:
    tried = {harm.say for sentence, _ in HARMS for harm in harms(sentence)}
    for rule in rules():
        assert rule["say"] in tried
        assert "hãy " in rule["say"]
