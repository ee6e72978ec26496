use super::*;
use crate::entities::entities;
use crate::testing::conllu;
