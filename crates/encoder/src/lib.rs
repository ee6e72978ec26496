//! Word pieces and the network: words in, one vector a word out.
