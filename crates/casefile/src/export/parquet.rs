//! The columns of POLECAT as Parquet: optional text, the score as a number. Not compressed, so that no codec is built
//! in; dictionaries make most of the columns small.

use super::polecat::{COLUMNS, polecat};
use crate::error::{Error, Result};
use crate::known::View;
use ::parquet::basic::{LogicalType, Repetition, Type as Physical};
use ::parquet::data_type::{ByteArray, ByteArrayType, DoubleType};
use ::parquet::errors::ParquetError;
use ::parquet::file::{properties::WriterProperties, writer::SerializedFileWriter};
use ::parquet::schema::types::Type;
use std::sync::Arc;

/// The column that holds numbers.
const NUMBER: &str = "Intensity";

impl From<ParquetError> for Error {
    fn from(e: ParquetError) -> Error {
        std::io::Error::other(e).into()
    }
}

/// The facts as a Parquet file.
///
/// # Errors
/// Where the case cannot be read.
pub fn parquet(view: &View) -> Result<Vec<u8>> {
    let rows = polecat(view)?;
    let mut fields = Vec::new();
    for name in COLUMNS {
        let physical = if name == NUMBER { Physical::DOUBLE } else { Physical::BYTE_ARRAY };
        let logical = (name != NUMBER).then_some(LogicalType::String);
        let field = Type::primitive_type_builder(name, physical)
            .with_repetition(Repetition::OPTIONAL)
            .with_logical_type(logical)
            .build()?;
        fields.push(Arc::new(field));
    }
    let schema = Arc::new(Type::group_type_builder("events").with_fields(fields).build()?);
    let by = format!("demarche {}", env!("CARGO_PKG_VERSION"));
    let properties = Arc::new(WriterProperties::builder().set_created_by(by).build());
    let mut file = SerializedFileWriter::new(Vec::new(), schema, properties)?;
    let mut group = file.next_row_group()?;
    for (n, name) in COLUMNS.iter().enumerate() {
        let Some(mut column) = group.next_column()? else { break };
        let said: Vec<&str> = rows.iter().map(|r| r[n].as_str()).collect();
        let levels: Vec<i16> = said.iter().map(|v| i16::from(!v.is_empty())).collect();
        let there = said.iter().filter(|v| !v.is_empty());
        if *name == NUMBER {
            let values: Vec<f64> = there.map(|v| v.parse().unwrap_or(0.0)).collect();
            column.typed::<DoubleType>().write_batch(&values, Some(&levels), None)?;
        } else {
            let values: Vec<ByteArray> = there.map(|v| ByteArray::from(*v)).collect();
            column.typed::<ByteArrayType>().write_batch(&values, Some(&levels), None)?;
        }
        column.close()?;
    }
    group.close()?;
    Ok(file.into_inner()?)
}
