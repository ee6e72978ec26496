"""Puts the checksum into a weights file: `python seal.py demarche.safetensors vocab.txt` (FORMAT.md, metadata key `crc32`).

The file must have the metadata `"crc32":"00000000"`. The checksum is the CRC-32 of the vocabulary followed by the whole
file with those eight zeros in place; it then takes their place.
"""
import sys
import zlib

EMPTY = b'"crc32":"00000000"'


def seal(weights, vocab):
    with open(vocab, "rb") as f:
        crc = zlib.crc32(f.read())
    with open(weights, "r+b") as f:
        data = f.read()
        at = data.index(EMPTY) + len(EMPTY) - 9
        f.seek(at)
        f.write(b"%08x" % zlib.crc32(data, crc))


if __name__ == "__main__":
    seal(*sys.argv[1:3])
