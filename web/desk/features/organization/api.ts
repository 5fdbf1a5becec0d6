export * from '@core/organization/api'
