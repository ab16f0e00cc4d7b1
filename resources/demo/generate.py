#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes catalogue.json, the invented music world of the demo. Deterministic: the same file each time.

Run it in this folder: python3 generate.py
"""
import json
import random

RANDOM = random.Random(20261123)
BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

ADJECTIVES = """Amber Broken Copper Distant Electric Frozen Golden Hollow Indigo Jagged Kindred Lonely Midnight Neon
Obsidian Paper Quiet Restless Silver Tidal Unspoken Velvet Wandering Yellow Zero Ashen Bitter Crimson Drowsy Endless
Fading Gentle Hidden Ivory Jaded Keen Lucid Marble Nameless Open Plastic Ragged Sacred Tender Upper Violet Woven
Brazen Candid Dusty Eager Feral Gilded Humid""".split()
NOUNS = """Harbour Lantern Orchard Mirror Thunder Avenue Canyon Signal Garden Satellite Compass Meadow Engine Feather
Glacier Horizon Island Jungle Kingdom Ladder Machine Needle Ocean Parade Quarry River Shadow Temple Umbrella Valley
Whisper Yard Zodiac Anchor Bridge Candle Desert Ember Fountain Gravity Hammer Iris Jewel Kite Lagoon Monsoon Nebula
Oracle Pendulum Quartz Ribbon Summit Tunnel Voyage Window""".split()
FIRST = """Ada Bruno Celia Dario Elin Farid Greta Hugo Ines Jonas Kira Leon Mara Nils Oda Pavel Quinn Rosa Sven Talia
Ugo Vera Wanda Xenia Yara Zeno Anouk Balint Cosima Dimitri""".split()
LAST = """Abendroth Brandvik Castellane Drummond Ekberg Falkner Grimaldi Hollenbeck Ivarsson Jankowicz Kestrel Lindqvist
Moravec Nordahl Okonjo Petrescu Quistgaard Rosenthal Szabados Thorvald Ulvaeson Vantongeren Westerhof Xanthos Yilmazer
Zawadzki Ashgrove Birkeland Corvino Delacroix""".split()
ODD_PEOPLE = ["=SUM(A1) Beats", "@tape.club", "+Plus Minus-", "-Dash Daniels", "<b>Bold</b> Barlow", "Ｆｕｌｌ Ｗｉｄｔｈ",
              "山本 灯", "김하늘별", "نور الصباح", "דנה אור", "Ægir Þórsson", "Zoë \"Zed\" O'Neill", "Smith & Sönmez", "Jean-Luc, Jr."]
COMPANIES = ["Pebble & Pine Records", "Northlight Distribution", "Halcyon Rights Ltd."]
ARTISTS = [("Mirela Vantage", 900_000), ("The Glass Harbours", 420_000), ("Kaito Blume", 310_000), ("Sólrún", 150_000),
           ("DJ Ferrum", 650_000), ("Ostinato Park", 88_000), ("Lune & the Tides", 230_000), ("Orla Finch", 70_000),
           ("Tamsin Vale", 51_000), ("Copper Choir", 34_000), ("夜の灯台", 120_000), ("أصداء المدينة", 47_000),
           ("Béla Quartz", 29_000), ("North of Nowhere", 12_000), ("Nova", 5_000), ("Nova", 4_000),
           ("Hexley Brothers", 61_000), ("Juno Sparrow", 98_000)]
OTHER_LABELS = ["Mastering Engineer", "Mixing Engineer", "Production Manager", "Keyboards", "Assistant Mixing Engineer"]
COMPANY_LABELS = ["Label", "Copyright ©", "Distributor"]
PRODUCING = ["Producer", "Producer", "Producer", "Co-Producer", "Additional Production", "Vocal Producer", "Executive Producer"]


def spotify_id():
    return "".join(RANDOM.choice(BASE62) for _ in range(22))


def handle(name, number):
    plain = "".join(c for c in name.lower() if c.isascii() and c.isalnum())
    return f"{plain[:9] or 'artist'}{number}"


class World:
    def __init__(self):
        self.artists = [{"id": spotify_id(), "name": name, "followers": followers} for name, followers in ARTISTS]
        self.various = {"id": spotify_id(), "name": "Various Artists", "followers": 0}
        self.people, self.recordings, self.albums, self.distractors = [], [], [], []
        self.next_song, self.next_person, self.isrc = 400_001, 20_001, 0
        self.titles = [f"{a} {n}" for a in ADJECTIVES for n in NOUNS]
        RANDOM.shuffle(self.titles)

    # People ---------------------------------------------------------------------------------------------------------
    def person(self, name, spotify=None, social=True):
        number = self.next_person - 20_000
        made = {"id": self.next_person, "name": name, "aliases": [], "spotify_id": spotify,
                "instagram": None, "twitter": None, "facebook": None}
        self.next_person += 1 + number % 3
        if social:
            nick = handle(name, number)
            made["instagram"] = [nick, None, "", "null", "@" + nick, f"https://www.instagram.com/{nick}/?hl=en"][number % 6]
            made["twitter"] = [nick, "@" + nick, None, f"https://twitter.com/{nick}", ""][number % 5]
            made["facebook"] = [None, nick + "music", str(100_000_000 + number), ""][number % 4]
            if number % 5 == 0:
                made["aliases"] = [f"{name.split()[0]} {number}", f"{name} (producer)"]
        self.people.append(made)
        return made["id"]

    def make_people(self):
        self.own = {}
        for artist in self.artists[:13] + self.artists[16:]:
            self.own[artist["id"]] = self.person(artist["name"], artist["id"])
        names = [f"{f} {l}" for f in FIRST for l in LAST]
        RANDOM.shuffle(names)
        self.makers = [self.person(name) for name in ODD_PEOPLE + names[:356]]
        self.companies = [self.person(name, social=False) for name in COMPANIES]
        self.turn = 0

    def maker(self):
        """Everybody gets a first credit before anybody gets a second one; after that a few get most."""
        self.turn += 1
        if self.turn <= len(self.makers):
            return self.makers[self.turn - 1]
        return self.makers[min(int(RANDOM.expovariate(1 / 60)), len(self.makers) - 1)]

    # Recordings -----------------------------------------------------------------------------------------------------
    def credits(self, artist, share_own):
        credits, seen = [], set()

        def add(label, person):
            if (label, person) not in seen:
                seen.add((label, person))
                credits.append({"label": label, "person": person})
        for _ in range(RANDOM.randint(1, 2)):
            add(RANDOM.choice(PRODUCING), self.maker())
        for _ in range(RANDOM.randint(1, 3)):
            add("Writer", self.maker())
        if share_own and artist["id"] in self.own:
            add("Writer", self.own[artist["id"]])
        if RANDOM.random() < 0.3:
            add(RANDOM.choice(OTHER_LABELS), self.maker_without_credit())
        if RANDOM.random() < 0.2:
            add(RANDOM.choice(COMPANY_LABELS), RANDOM.choice(self.companies))
        return credits

    def maker_without_credit(self):
        return RANDOM.choice(self.makers)

    def recording(self, artist, title=None, guests=(), **more):
        self.isrc += 1
        made = {"isrc": f"QZDMO{self.isrc:07d}", "title": title or self.titles.pop(),
                "artists": [artist["id"]] + [guest["id"] for guest in guests],
                "ms": RANDOM.randrange(140_000, 320_000, 500), "song": self.next_song, "credits": None,
                "media": RANDOM.random() < 0.6, "song_title": None}
        self.next_song += RANDOM.randint(1, 40)
        if guests:
            made["title"] += " (feat. " + " & ".join(guest["name"] for guest in guests) + ")"
        chance = RANDOM.random()
        made["credits"] = self.credits(artist, RANDOM.random() < 0.35)
        if chance < 0.08:
            made["song"], made["credits"], made["media"] = None, [], False
        elif chance < 0.13:
            made["credits"] = []
        made.update(more)
        self.recordings.append(made)
        return len(self.recordings) - 1

    def versions(self, artist, original):
        """A remaster is the same song; a remix and a live take are songs of their own; an edit has none of its own."""
        first = self.recordings[original]
        made = [self.recording(artist, first["title"] + " - Remastered 2015", song=first["song"],
                               credits=first["credits"], media=False, ms=first["ms"] + 4_000)]
        remixer = FIRST[len(self.recordings) % len(FIRST)]
        made.append(self.recording(artist, f"{first['title']} - {remixer} Remix", media=True, ms=first["ms"] + 60_000,
                                   song_title=f"{first['title']} ({remixer} Remix)"))
        made.append(self.recording(artist, f"{first['title']} - Live at Halden Hall", media=True, ms=first["ms"] + 25_000,
                                   song_title=f"{first['title']} (Live at Halden Hall)"))
        return made

    # Albums ---------------------------------------------------------------------------------------------------------
    def album(self, artist, name, kind, recordings):
        year = RANDOM.randint(1998, 2025)
        released = [f"{year}-{RANDOM.randint(1, 12):02d}-{RANDOM.randint(1, 28):02d}", f"{year}-06", str(year)][
            len(self.albums) % 10 // 8 + (len(self.albums) % 10 == 9)]
        self.albums.append({"id": spotify_id(), "name": name, "type": kind, "artists": [artist["id"]],
                            "released": released, "upc": f"{4_000_000_000_000 + len(self.albums):013d}",
                            "tracks": [{"id": spotify_id(), "recording": r, "number": i + 1}
                                       for i, r in enumerate(recordings)]})

    def discography(self, index, artist):
        many = index == 0  # more than one page of albums
        for number in range(3 if not many else 6):
            songs = []
            for place in range(12):
                guests = [self.artists[(index + place + 1) % 13]] if place in (3, 8) else []
                songs.append(self.recording(artist, guests=[g for g in guests if g is not artist]))
            name = f"{self.titles.pop()} {['', 'II', 'Sessions'][number % 3]}".strip()
            self.album(artist, name, "album", songs)
            self.album(artist, name + " (Deluxe Edition)", "album", songs + self.versions(artist, songs[0]))
            for single in songs[:2]:
                title = self.recordings[single]["title"]
                self.album(artist, title, "single", [single])
        if many:
            for _ in range(40):
                self.album(artist, self.titles[-1], "single", [self.recording(artist)])
        if index in (1, 4):
            self.album(artist, "The Complete Boxes", "album", [self.recording(artist) for _ in range(64)])
        own = [i for i, r in enumerate(self.recordings) if r["artists"][0] == artist["id"]]
        self.album(artist, f"The Best of {artist['name']}", "compilation", RANDOM.sample(own, 10))

    def make_albums(self):
        for index, artist in enumerate(self.artists):
            if artist["name"] == "Nova":
                self.album(artist, self.titles.pop(), "album", [self.recording(artist) for _ in range(8)])
            else:
                self.discography(index, artist)
        everything = list(range(len(self.recordings)))
        for number in range(6):
            self.album(self.various, f"Harbour Nights Vol. {number + 1}", "compilation", RANDOM.sample(everything, 14))

    # What a search brings up beside the song ------------------------------------------------------------------------
    def make_distractors(self):
        pages = [("Genius English Translations", "{artist} - {title} (English Translation)"),
                 ("Genius Romanizations", "{artist} - {title} (Romanized)"),
                 ("Cover Crew Karaoke", "{title}"),
                 ("Genius", "{title} [Credits]"),
                 ("Genius", "{artist} - Tracklist: {title}")]
        names = {artist["id"]: artist["name"] for artist in self.artists}
        for number, recording in enumerate(self.recordings[::9]):
            account, pattern = pages[number % len(pages)]
            title = recording["title"].split(" (feat.")[0].split(" - ")[0]
            self.distractors.append({"song": 900_001 + number, "artist": 8_000_000 + number % len(pages) if account != "Genius" else 8_000_900,
                                     "artist_name": account,
                                     "title": pattern.format(artist=names.get(recording["artists"][0], "?"), title=title)})

    def check(self):
        credited = {c["person"] for r in self.recordings for c in r["credits"]
                    if r["song"] and c["label"] in set(PRODUCING) | {"Writer"}}
        tracks = sum(len(a["tracks"]) for a in self.albums)
        assert len(credited) >= 320 and tracks >= 1600 and len(self.albums) >= 160, (len(credited), tracks, len(self.albums))
        print(len(self.artists), "artists", len(self.albums), "albums", tracks, "tracks", len(self.recordings),
              "recordings", len(credited), "producers and writers")


def lines(rows):
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows) + "\n]"


def main():
    world = World()
    world.make_people()
    world.make_albums()
    world.make_distractors()
    world.check()
    seeds = [name for name, _ in ARTISTS[:6]]
    with open("catalogue.json", "w", encoding="utf-8") as out:
        out.write('{"artists":' + lines(world.artists + [world.various]) + ',\n"people":' + lines(world.people)
                  + ',\n"recordings":' + lines(world.recordings) + ',\n"albums":' + lines(world.albums)
                  + ',\n"distractors":' + lines(world.distractors)
                  + ',\n"suggested_seeds":' + json.dumps(seeds, ensure_ascii=False) + "}\n")


main()
