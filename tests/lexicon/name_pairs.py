"""Pairs of names that must meet, and pairs that must not, one a line, "|" between the two."""

from __future__ import annotations

MEET = """
Kim Jong-un | Kim Jong Un
Kim Jong-un | Kim Jong Eun
Kim Jong Un | Kim Jongun
Kim Jong-un | Kim Jung-un
Kim Jong-un | Kim
Kim Yo-jong | Kim Yo Jong
Kim Yong-chol | Kim Yong Chol
Kim Yong-chol | Kim Young-chul
Choe Son-hui | Choe Sun Hui
Choe Son-hui | Choi Son-hui
Ri Yong-ho | Ri Yong Ho
Ri Yong-ho | Lee Yong-ho
Ri Son-gwon | Ri Son Gwon
Moon Jae-in | Moon Jae In
Moon Jae-in | Jae-in Moon
Moon Jae-in | Mun Jae-in
Park Geun-hye | Park Geun Hye
Park Geun-hye | Pak Geun-hye
Lee Myung-bak | Lee Myung Bak
Roh Moo-hyun | Noh Moo-hyun
Yoon Suk-yeol | Yoon Suk Yeol
Yoon Suk-yeol | Yun Suk-yeol
Chung Eui-yong | Chung Eui Yong
Chung Eui-yong | Jeong Eui-yong
Ban Ki-moon | Ban Ki Moon
Ban Ki-moon | Ban Kimoon
Kang Kyung-wha | Kang Kyung Wha
Jo Yong-won | Jo Yong Won
Syngman Rhee | Rhee Syngman
Xi Jinping | Xi Jin-ping
Xi Jinping | Jinping Xi
Xi Jinping | Xi
Hu Jintao | Hu Jin Tao
Wang Yi | WANG Yi
Yang Jiechi | Yang Jie-chi
Tsai Ing-wen | Tsai Ing Wen
Chiang Kai-shek | Chiang Kai Shek
Lee Kuan Yew | Lee Kuan-yew
Shinzo Abe | Abe Shinzo
Shinzo Abe | Shinzō Abe
Fumio Kishida | Kishida Fumio
Junichiro Koizumi | Jun'ichirō Koizumi
Taro Kono | Kōno Tarō
Yoshimasa Hayashi | Hayashi Yoshimasa
Nguyen Phu Trong | Nguyễn Phú Trọng
Nguyen Phu Trong | Trong
Pham Minh Chinh | Phạm Minh Chính
Bui Thanh Son | Bùi Thanh Sơn
Vo Van Thuong | Võ Văn Thưởng
To Lam | Tô Lâm
Nguyen Xuan Phuc | Phuc
Vo Nguyen Giap | Võ Nguyên Giáp
Ho Chi Minh | Hồ Chí Minh
Le Duc Tho | Lê Đức Thọ
Volodymyr Zelensky | Volodymyr Zelenskyy
Volodymyr Zelensky | Volodymyr Zelenskiy
Volodymyr Zelenskyy | Vladimir Zelenskiy
Zelensky | Zelenskyy
Zelenskiy | Volodymyr Zelenskyy
Sergei Lavrov | Sergey Lavrov
Sergei Lavrov | Sergey Lavroff
Lavrov | Sergey V. Lavrov
Dmitry Medvedev | Dmitri Medvedev
Dmitry Medvedev | Dmitriy Medvedyev
Dmitry Peskov | Dmitri Peskov
Vladimir Putin | Vladimir Vladimirovich Putin
Vladimir Putin | Wladimir Putin
Yevgeny Prigozhin | Evgeny Prigozhin
Yevgeny Primakov | Evgeni Primakov
Alexander Lukashenko | Alyaksandr Lukashenka
Alexander Lukashenko | Aliaksandr Lukashenka
Mikhail Gorbachev | Mikhail Gorbachyov
Boris Yeltsin | Boris Eltsin
Yuri Ushakov | Yury Ushakov
Sergei Shoigu | Sergey Shoygu
Sergei Ryabkov | Sergey Riabkov
Andrei Gromyko | Andrey Gromyko
Alexei Navalny | Aleksey Navalny
Alexei Navalny | Alexey Navalnyy
Valery Gerasimov | Valeriy Gerasimov
Viktor Yanukovych | Viktor Yanukovich
Petro Poroshenko | Petro Oleksiyovych Poroshenko
Yulia Tymoshenko | Yulia Timoshenko
Nursultan Nazarbayev | Nursultan Nazarbaev
Kassym-Jomart Tokayev | Kassym Jomart Tokaev
Shavkat Mirziyoyev | Shavkat Mirziyaev
Nikol Pashinyan | Nikol Pashinian
Serzh Sargsyan | Serge Sarkisian
Ilham Aliyev | Ilham Aliev
Mikheil Saakashvili | Mikhail Saakashvili
Mohammed bin Salman | Muhammad bin Salman
Mohammed bin Salman | Mohamed bin Salman
Mohammed bin Salman | Mohammad Bin Salman Al Saud
Mohammed bin Zayed | Mohamed bin Zayed Al Nahyan
Mohammed bin Abdulrahman Al Thani | Mohammed bin Abdulrahman Al-Thani
Sheikh Tamim bin Hamad Al Thani | Tamim bin Hamad Al-Thani
Abdel Fattah el-Sisi | Abdel Fattah al-Sisi
Abdel Fattah el-Sisi | Abd al-Fattah al-Sisi
Abdel Fattah al-Sisi | Abdelfattah Al Sisi
Abdel Fattah al-Sisi | Sisi
al-Sisi | Abdel-Fattah el-Sissi
Bashar al-Assad | Bashar Assad
Bashar al-Assad | Bashar el-Assad
al-Assad | Assad
Hosni Mubarak | Husni Mubarak
Saddam Hussein | Saddam Husayn
Muammar Gaddafi | Muammar Qaddafi
Muammar Gaddafi | Muammar el-Qaddafi
Yasser Arafat | Yasir Arafat
Mahmoud Abbas | Mahmud Abbas
Mahmoud Ahmadinejad | Mahmud Ahmadinejad
Mohammad Javad Zarif | Mohammad Zarif
Mohammad Javad Zarif | Mohammed Jawad Zarif
Hassan Rouhani | Hassan Rohani
Hossein Amir-Abdollahian | Hossein Amirabdollahian
Hossein Amir-Abdollahian | Hussein Amir Abdollahian
Abbas Araghchi | Abbas Araqchi
Qassem Soleimani | Qasem Soleimani
Ali Khamenei | Ayatollah Ali Khamenei
Hamid Karzai | Hamed Karzai
Ashraf Ghani | Mohammad Ashraf Ghani
Khalid bin Salman | Khaled bin Salman
Faisal bin Farhan | Faysal bin Farhan Al Saud
Sameh Shoukry | Sameh Shukri
Mustafa al-Kadhimi | Mustafa Kadhimi
Abdel Aziz Bouteflika | Abdelaziz Bouteflika
Abdulrahman al-Rashed | Abd al-Rahman al-Rashed
Abdullah bin Zayed | Abdallah bin Zayed
King Abdullah II | Abdullah
Ismail Haniyeh | Ismail Haniya
Hassan Nasrallah | Hasan Nasrallah
Omar al-Bashir | Omar Hassan al-Bashir
Recep Tayyip Erdoğan | Recep Tayyip Erdogan
Recep Tayyip Erdogan | Tayyip Erdogan
Mevlüt Çavuşoğlu | Mevlut Cavusoglu
Hakan Fidan | HAKAN FIDAN
Nicolás Maduro | Nicolas Maduro
Nicolás Maduro | Nicolás Maduro Moros
Luiz Inácio Lula da Silva | Luiz Inacio Lula da Silva
Luiz Inácio Lula da Silva | Lula da Silva
Luiz Inácio Lula da Silva | Lula
Jair Bolsonaro | Jair Messias Bolsonaro
Andrés Manuel López Obrador | Andres Manuel Lopez Obrador
Andrés Manuel López Obrador | López Obrador
Iván Duque | Iván Duque Márquez
Marcelo Rebelo de Sousa | Rebelo de Sousa
António Guterres | Antonio Guterres
António Guterres | António Manuel de Oliveira Guterres
José Manuel Durão Barroso | Jose Manuel Barroso
Juan Guaidó | Juan Gerardo Guaidó Márquez
Dilma Rousseff | Dilma Vana Rousseff
Josep Borrell | Josep Borrell Fontelles
Pedro Sánchez | Pedro Sanchez Perez-Castejon
Ursula von der Leyen | Ursula Von der Leyen
Ursula von der Leyen | Von der Leyen
Staffan de Mistura | Staffan De Mistura
Jean-Yves Le Drian | Le Drian
Emmanuel Macron | Macron
Mark Rutte | Rutte
Sigrid Kaag | S. Kaag
Donald Trump | Donald J. Trump
George W. Bush | George Bush
John F. Kennedy | John Kennedy
Joe Biden | Joseph Biden
Joseph R. Biden Jr. | Joe Biden
Ferdinand Marcos Jr. | Ferdinand Marcos, Jr.
Ferdinand Marcos Jr. | Marcos
Surangel Whipps Jr. | Surangel Whipps
Mike Pompeo | Michael Pompeo
Bill Clinton | William Clinton
Antony Blinken | Tony Blinken
Benjamin Netanyahu | Binyamin Netanyahu
Benjamin Netanyahu | Netanyahu's
Mr. Netanyahu | Benjamin Netanyahu
""".strip().splitlines()

APART = """
Kim Jong-un | Kim Jong-il
Kim Jong-un | Kim Yo-jong
Kim Jong-un | Kim Jong-nam
Kim Jong-il | Kim Yong-il
Kim Il-sung | Kim Jong-il
Kim Yong-chol | Kim Yong-nam
Kim Yong-chol | Kim Kye-gwan
Kim Dae-jung | Kim Young-sam
Choe Son-hui | Choe Ryong-hae
Ri Yong-ho | Ri Yong-gil
Ri Yong-ho | Ri Su-yong
Moon Jae-in | Moon Chung-in
Moon | Mun
Park Geun-hye | Park Chung-hee
Park Jin | Park Jie-won
Lee Myung-bak | Lee Jae-myung
Lee Do-hoon | Lee Nak-yon
Chung Eui-yong | Chung Mong-joon
Xi Jinping | Li Keqiang
Li Keqiang | Li Kechang
Li Peng | Li Ping
Li Keqiang | Li Peng
Li Qiang | Li Keqiang
Wang Yi | Wang Qishan
Wang Yi | Wang Yang
Wang Yi | Wang Li
Yang Jiechi | Yang Yi
Hu Jintao | Hu Yaobang
Zhang Yesui | Zhang Gaoli
Tsai Ing-wen | Ma Ying-jeou
Shinzo Abe | Shintaro Abe
Taro Kono | Taro Aso
Taro Kono | Yohei Kono
Fumio Kishida | Nobuo Kishi
Nguyen Phu Trong | Nguyen Xuan Phuc
Nguyen Tan Dung | Nguyen Minh Triet
Pham Minh Chinh | Pham Binh Minh
Bui Thanh Son | Bui Thanh Liem
Vladimir Putin | Vladimir Zelensky
Vladimir Putin | Volodymyr Groysman
Sergei Lavrov | Sergei Shoigu
Sergei Lavrov | Sergei Ryabkov
Sergei Ivanov | Igor Ivanov
Alexander Lukashenko | Viktor Lukashenko
Dmitry Medvedev | Dmitry Peskov
Dmitry Medvedev | Sergei Medvedev
Heydar Aliyev | Ilham Aliyev
Leonid Kuchma | Leonid Kravchuk
Viktor Yushchenko | Viktor Yanukovych
Mohammed bin Salman | Khalid bin Salman
Mohammed bin Salman | Mohammed bin Zayed
Mohammed bin Salman | Mohammed bin Sulaiman
Mohammed bin Nayef | Mohammed bin Salman
Abdullah bin Zayed | Mohammed bin Zayed
Abdullah bin Zayed | Hazza bin Zayed
Faisal bin Farhan | Saud al-Faisal
Hassan Rouhani | Hussein Rouhani
Mahmoud Abbas | Mohammed Abbas
Mahmoud Abbas | Abbas Araghchi
Hassan Nasrallah | Hussein Nasrallah
Ali Khamenei | Mojtaba Khamenei
Ali Larijani | Sadeq Larijani
Saddam Hussein | Uday Hussein
Bashar al-Assad | Hafez al-Assad
Bashar al-Assad | Rifaat al-Assad
Hosni Mubarak | Gamal Mubarak
Saif al-Islam Gaddafi | Muammar Gaddafi
Hamid Karzai | Ahmed Wali Karzai
Ashraf Ghani | Abdul Ghani Baradar
Rafik Hariri | Saad Hariri
Rashid al-Ghannushi | Rashid Karami
King Abdullah II | King Abdullah III
Abdullah Gul | Abdullah Abdullah
Ibrahim Raisi | Ibrahim Yazdi
Nawaf Salam | Tammam Salam
Imran Khan | Ayub Khan
Nawaz Sharif | Shehbaz Sharif
Benazir Bhutto | Bilawal Bhutto Zardari
Asif Ali Zardari | Bilawal Bhutto Zardari
Indira Gandhi | Rajiv Gandhi
Rajiv Gandhi | Rahul Gandhi
Sheikh Hasina | Sheikh Mujibur Rahman
Recep Tayyip Erdogan | Bilal Erdogan
George H. W. Bush | George W. Bush
George W. Bush | Jeb Bush
John F. Kennedy | Robert F. Kennedy
Hillary Clinton | Bill Clinton
Donald Trump | Ivanka Trump
Donald Trump Jr. | Donald Trump Sr.
Joe Biden | Hunter Biden
Franklin D. Roosevelt | Theodore Roosevelt
John Kerry | John Kelly
John Bolton | Joshua Bolten
Colin Powell | Jerome Powell
Robert Gates | Bill Gates
James Baker | Howard Baker
Justin Trudeau | Pierre Trudeau
Boris Johnson | Lyndon Johnson
David Cameron | David Miliband
Ed Miliband | David Miliband
Gordon Brown | Harold Brown
Néstor Kirchner | Cristina Fernández de Kirchner
Fidel Castro | Raúl Castro
Fidel Castro | Pedro Castillo
Alberto Fernández | Cristina Fernández
Eduardo Frei | Eduardo Duhalde
José María Aznar | José Manuel Barroso
Jens Stoltenberg | Thorvald Stoltenberg
Lech Kaczynski | Jaroslaw Kaczynski
Erik Martin | Erika Marten
Elizabeth II | Elizabeth I
John Paul II | John Paul I
 | Kim
""".strip("\n").splitlines()


def pairs(lines: list[str]) -> list[tuple[str, str]]:
    """The two names of each line."""
    return [(one.strip(), other.strip()) for one, _, other in (line.partition("|") for line in lines)]
