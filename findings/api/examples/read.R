# Read every recommendation of a year from the API, portion by portion, with the package jsonlite.
# Rscript read.R https://site.example 2015
asked <- commandArgs(trailingOnly = TRUE)
address <- paste0(asked[1], "/api/v1/recommendations/?fields=la_name,text&year=", asked[2])
portions <- list()
while (!is.null(address)) {
  portion <- jsonlite::fromJSON(address)
  portions <- c(portions, list(portion$records))
  address <- portion[["next"]]
}
records <- do.call(rbind, Filter(is.data.frame, portions))
print(records)
